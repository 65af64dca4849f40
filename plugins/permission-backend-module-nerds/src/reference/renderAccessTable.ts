import {
  isAllowedInMatrix,
  MATRIX_COLUMNS,
  RELATIONS,
  type MatrixColumn,
  type MatrixRow,
  type Relation,
} from './accessMatrix';

/** What stands around the generated part of `docs/reference/access.md`. @internal */
export const TABLE_START =
  '<!-- The table is made from the policy: UPDATE_REFERENCE=1 yarn workspace @nerds/plugin-permission-backend-module-nerds test -->';

/** @internal */
export const TABLE_END = '<!-- End of the table. -->';

const COLUMNS = Object.keys(MATRIX_COLUMNS) as MatrixColumn[];

const RELATION_TITLES: Record<Relation, string> = {
  own: 'own',
  other: 'others’',
  nobody: 'nobody’s',
};

/**
 * The table of who may do what as Markdown, laid out as Prettier does.
 *
 * @internal
 */
export function renderAccessTable(rows: MatrixRow[]): string {
  const header = ['permission', ...Object.values(MATRIX_COLUMNS)];
  const cells = [header, ...rows.map(renderRow)];
  const widths = header.map((_, column) =>
    Math.max(...cells.map(row => row[column].length)),
  );
  const toLine = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [first, ...others] = cells.map(toLine);
  const rule = toLine(widths.map(width => '-'.repeat(width)));
  return [first, rule, ...others].join('\n');
}

function renderRow(row: MatrixRow): string[] {
  const noun = row.isSetApart
    ? `, ${row.kind?.noun} ${row.kind?.setApart}`
    : '';
  return [
    `\`${row.permission}\`${noun}`,
    ...COLUMNS.map(column => renderCell(row, column)),
  ];
}

function renderCell(row: MatrixRow, column: MatrixColumn): string {
  const allowed = RELATIONS.filter(relation =>
    isAllowedInMatrix(row, column, relation),
  );
  if (allowed.length === 0) return 'no';
  if (!row.kind?.hasOwner) return 'yes';
  if (allowed.length === RELATIONS.length) return 'all';
  return allowed.map(relation => RELATION_TITLES[relation]).join(', ');
}
