import { SignedXml } from 'xml-crypto'
import { plainSignature } from './plain-signature.ts'

/**
 * What one of the certificates (PEM) really signed: the text of the one reference, never the document around it, because a
 * signature may be moved into another message. null = no plain signature, or by none of them. May take seconds for a message that is
 * made to be slow: runs in a thread apart.
 */
export function signedPart(xml: string, certificates: readonly string[]): string | null {
  const signature = plainSignature(xml)
  if (signature === null) return null
  for (const publicCert of certificates) {
    const signed = new SignedXml({ publicCert, getCertFromKeyInfo: () => null })
    try {
      signed.loadSignature(signature)
      if (!signed.checkSignature(xml)) continue
      const parts = signed.getSignedReferences()
      if (parts.length === 1 && parts[0] !== undefined) return parts[0]
    } catch {
      // A wrong certificate and a broken signature look alike here; the next may fit.
    }
  }
  return null
}
