import { z } from 'zod'

const id = z.string().trim().min(1).max(200)

/**
 * Who may warn the hall: with any listed, only messages signed by one of these certificates (PEM) are accepted, and only in the name of
 * the `sender` that the certificate is listed for.
 */
export const alertSource = z.strictObject({
  name: z.string().min(1).max(40),
  /** As the messages name it: `<sender>`. */
  sender: id,
  certificate: z.string().includes('BEGIN CERTIFICATE'),
})
export const alertSources = z.array(alertSource).default([])
export type AlertSource = z.infer<typeof alertSource>

/** A CAP 1.2 message in the words of this hall. Only the gateway's own door makes it, after it has checked the source. */
export const alertReports = [
  z.strictObject({
    type: z.literal('receive-alert'),
    /** sender,identifier,sent, as `references` of later messages name it (CAP 1.2, 3.2.1). */
    reference: z.string().max(600),
    sender: id,
    references: z.array(z.string().max(600)).max(40),
    status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
    /** What is not public is recorded and shown nowhere. */
    scope: z.enum(['Public', 'Restricted', 'Private']),
    msgType: z.enum(['Alert', 'Update', 'Cancel', 'Ack', 'Error']),
    severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
    title: z.string().min(1).max(24),
    titleEn: z.string().max(80).nullable(),
    /** For the ticker. */
    text: z.string().min(1).max(300),
    lines: z.array(z.string().min(1).max(60)).max(4),
    /** Epoch ms. */
    expires: z.number().nullable(),
  }),
] as const
export type AlertReport = z.infer<(typeof alertReports)[number]>
export type AlertEffect = 'emergency' | 'drill' | 'notice' | 'ended' | 'recorded'
