import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validatePubliccodeFile } from './validateFiles';

it('finds nothing wrong with the publiccode.yml of the portal itself', () => {
  const file = path.join(__dirname, '../../../../publiccode.yml');
  expect(validatePubliccodeFile(readFileSync(file, 'utf8'))).toEqual([]);
});
