/** Where the next page begins: before this sequence. @internal */
export function encodeCursor(sequence: number): string {
  return Buffer.from(String(sequence)).toString('base64url');
}

/** @returns undefined for what is not a cursor of ours @internal */
export function decodeCursor(text: string): number | undefined {
  const sequence = Buffer.from(text, 'base64url').toString();
  return /^[1-9]\d{0,14}$/.test(sequence) ? Number(sequence) : undefined;
}
