/** The polynomial of CRC-32 as IEEE 802.3 has it, bits reversed. */
const POLYNOMIAL = 0xedb88320;

/**
 * The CRC-32 checksum of a text: the provider makes ids of it (terraform-provider-aws, internal/create/hashcode.go).
 * Node has one of its own since 22.2; Node 20 is supported too.
 */
export function crc32(text: string): number {
    let crc = 0xffffffff;
    for (const byte of Buffer.from(text, "utf8")) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    }
    return (crc ^ 0xffffffff) >>> 0;
}
