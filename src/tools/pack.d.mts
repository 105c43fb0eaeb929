export function pack(root: string, top: string): Uint8Array;
export function checksum(name: string, bytes: Uint8Array): string;
