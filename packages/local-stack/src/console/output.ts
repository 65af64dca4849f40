/** Prints a line for people or scripts. @internal */
export function printLine(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Text of a table with aligned columns.
 *
 * @internal
 */
export function formatTable(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
