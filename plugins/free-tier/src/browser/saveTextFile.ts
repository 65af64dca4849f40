/** Has the browser save a text as a file; the text goes nowhere else. @internal */
export function saveTextFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: 'application/yaml' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
