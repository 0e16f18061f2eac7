import { SignedXml } from 'xml-crypto'

/**
 * What one of the certificates (PEM) really signed: the text of the one reference, never the document around it, because a
 * signature may be moved into another message. null = no signature, more than one, or by none of them.
 */
export function signedPart(xml: string, certificates: readonly string[]): string | null {
  const found = [...xml.matchAll(/<(?:([\w.-]+):)?Signature[\s>][\s\S]*?<\/(?:\1:)?Signature\s*>/g)]
  const signature = found[0]?.[0]
  if (signature === undefined || found.length > 1) return null
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
