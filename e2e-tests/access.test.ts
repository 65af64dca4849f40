import { expect, test } from '@playwright/test';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  buildMatrixRows,
  isAllowedInMatrix,
  MATRIX_COLUMNS,
  RELATIONS,
  type MatrixColumn,
  type MatrixRow,
  type Relation,
} from '../plugins/permission-backend-module-nerds/src/reference/accessMatrix';
import { RIGHTS } from '../plugins/permission-backend-module-nerds/src/policy/rights';
import { revokeTokens } from './access';
import { deleteClustersOf } from './clusters';
import { openCallers, type Callers } from './matrix/callers';
import { authorize, listRunningPermissions } from './matrix/permissions';
import { ENDING_PROBES, PROBES, type Probe } from './matrix/probes';
import { startNotice, Things } from './matrix/things';

const COLUMNS = Object.keys(MATRIX_COLUMNS) as MatrixColumn[];

/** One cell of the table, or a third of one. */
interface Cell {
  row: MatrixRow;
  column: MatrixColumn;
  relation: Relation;
}

const toTitle = ({ row, column, relation }: Cell) =>
  `${column}: ${row.permission} (${relation}${
    row.isSetApart ? ', set apart' : ''
  })`;

/** Which cells are not as the table says; the answer that is hoped for is none. */
function findWrong(cells: Cell[], answers: boolean[]): string[] {
  return cells.flatMap((cell, index) => {
    const expected = isAllowedInMatrix(cell.row, cell.column, cell.relation);
    return answers[index] === expected
      ? []
      : [`${toTitle(cell)} is ${answers[index]}, must be ${expected}`];
  });
}

test.describe('who may do what', () => {
  let callers: Callers;
  let things: Things;
  let permissions: Permission[];
  let rows: MatrixRow[];

  /** Cells of a column; only `own` where it makes no difference whose a thing is. */
  const cellsOf = (column: MatrixColumn, wanted = rows): Cell[] =>
    wanted.flatMap(row =>
      RELATIONS.filter(
        relation => relation === 'own' || row.kind?.hasOwner,
      ).map(relation => ({ row, column, relation })),
    );

  const cellsAbout = (permission: string, column: MatrixColumn): Cell[] =>
    cellsOf(
      column,
      rows.filter(row => row.permission === permission),
    );

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    callers = await openCallers();
    for (const account of [
      'dev-burgerzaken',
      'data-owner',
      'platform-engineer',
      'administrator',
      'dev-vergunningen',
    ] as const) {
      await deleteClustersOf(account);
    }
    things = await Things.create(callers);
    permissions = await listRunningPermissions(callers.auditor.api);
    rows = buildMatrixRows(permissions);
  });

  test.afterAll(async () => {
    await revokeTokens();
    await Promise.all(Object.values(callers).map(({ api }) => api.dispose()));
  });

  test('every permission of every plugin has a row', () => {
    const running = permissions.map(({ name }) => name).sort();
    expect(running).toEqual(Object.keys(RIGHTS).sort());
  });

  const askPolicy = async (column: MatrixColumn) => {
    // Parts and actions of templates are no things one can ask about: see below.
    const cells = cellsOf(column).filter(
      ({ row, relation }) =>
        !row.kind ||
        // a task is always somebody's
        (row.kind.hasOwner &&
          !(row.kind.noun === 'task' && relation === 'nobody')),
    );
    const questions = cells.map(({ row, relation }) => ({
      permission: permissions.find(({ name }) => name === row.permission)!,
      resourceRef: things.refFor(row, column, relation),
    }));
    const answers = await authorize(callers[column].api, questions);
    return findWrong(cells, answers);
  };

  for (const column of COLUMNS) {
    test(`the policy answers as the table says: ${column}`, async () => {
      expect(await askPolicy(column)).toEqual([]);
    });
  }

  const tryProbes = async (probes: Record<string, Probe>, cells: Cell[]) => {
    const wrong: string[] = [];
    for (const cell of cells) {
      const { row, column, relation } = cell;
      const ref = things.refFor(row, column, relation) ?? '';
      const answer = await probes[row.permission](callers[column], ref);
      wrong.push(...findWrong([cell], [answer]));
    }
    expect(wrong).toEqual([]);
  };

  /** What is nobody's is not everywhere there to be had; the policy was asked above. */
  const probedCells = (probes: Record<string, Probe>, column: MatrixColumn) =>
    Object.keys(probes).flatMap(name =>
      cellsAbout(name, column).filter(({ relation }) => relation !== 'nobody'),
    );

  for (const column of COLUMNS) {
    test(`the APIs do as the table says: ${column}`, async () => {
      await tryProbes(PROBES, probedCells(PROBES, column));
    });
  }

  const countPages = async (column: MatrixColumn): Promise<number> => {
    const schema = await callers[column].api.get(
      '/api/scaffolder/v2/templates/default/template/send-notice/parameter-schema',
    );
    return (await schema.json()).steps.length;
  };

  for (const column of COLUMNS) {
    test(`a template asks what the table says: ${column}`, async () => {
      const pageCount = await countPages(column);
      expect(
        findWrong(cellsAbout('scaffolder.template.parameter.read', column), [
          pageCount >= 1,
          pageCount === 2,
        ]),
      ).toEqual([]);
    });
  }

  const runNotice = async (
    column: MatrixColumn,
    recipients: 'entity' | 'broadcast',
  ) => {
    const { api } = callers[column];
    const id = await startNotice(api, recipients);
    const read = async () =>
      (await api.get(`/api/scaffolder/v2/tasks/${id}`)).json();
    await expect
      .poll(async () => (await read()).status, { timeout: 60_000 })
      .toMatch(/completed|failed/);
    const { spec, status } = await read();
    return { stepCount: spec.steps.length, succeeded: status === 'completed' };
  };

  for (const column of COLUMNS.filter(known => known !== 'auditor')) {
    test(`a task has the steps and does the actions of the table: ${column}`, async () => {
      const trial = await runNotice(column, 'entity');
      const broadcast = await runNotice(column, 'broadcast');
      expect([
        ...findWrong(cellsAbout('scaffolder.template.step.read', column), [
          trial.stepCount >= 1,
          trial.stepCount === 2,
        ]),
        ...findWrong(cellsAbout('scaffolder.action.execute', column), [
          trial.succeeded,
          broadcast.succeeded,
        ]),
      ]).toEqual([]);
    });
  }

  test('an auditor starts no task', async () => {
    const started = await callers.auditor.api.post('/api/scaffolder/v2/tasks', {
      data: {
        templateRef: 'template:default/send-notice',
        values: { title: 'Rechten nagaan' },
      },
    });
    expect(started.status()).toBe(403);
  });

  const isAllowed = ({ row, column, relation }: Cell) =>
    isAllowedInMatrix(row, column, relation);

  for (const name of Object.keys(ENDING_PROBES)) {
    test(`who may not is refused, and then who may is let through: ${name}`, async () => {
      const cells = COLUMNS.flatMap(column =>
        probedCells({ [name]: ENDING_PROBES[name] }, column),
      );
      await tryProbes(
        ENDING_PROBES,
        cells.filter(cell => !isAllowed(cell)),
      );
      await tryProbes(ENDING_PROBES, cells.filter(isAllowed));
    });
  }
});
