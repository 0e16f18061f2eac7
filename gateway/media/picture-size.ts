export interface PictureSize {
  width: number
  height: number
}

/** Width and height as the header declares them, read without decoding; null when the header is not whole. */
export function pictureSize(bytes: Buffer, format: 'png' | 'jpeg' | 'webp'): PictureSize | null {
  try {
    switch (format) {
      case 'png':
        return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      case 'jpeg':
        return jpegSize(bytes)
      case 'webp':
        return webpSize(bytes)
    }
  } catch {
    return null
  }
}

/** The frame header SOFn (ITU T.81, B.2.2); DHT, JPG and DAC share its range of markers. */
function jpegSize(bytes: Buffer): PictureSize | null {
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** RFC 9649: canvas of the extended form, the lossless form's 14-bit fields, the key frame's header. */
function webpSize(bytes: Buffer): PictureSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default:
      return null
  }
}
