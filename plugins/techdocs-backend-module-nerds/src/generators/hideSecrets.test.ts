import { hideSecrets } from './hideSecrets';

it.each([
  [
    'Cannot read https://bot:s3cr3t@forge.example/team/docs',
    'Cannot read https://***@forge.example/team/docs',
  ],
  [
    'Cannot read https://bot:s3cr3t@home@forge.example/team/docs',
    'Cannot read https://***@forge.example/team/docs',
  ],
  ['Authorization: Bearer abc.def.ghi', 'Authorization: ***'],
  ['{"token":"abc"}', '{"token":"***"}'],
  [
    'GET /tree?private_token=abc&ref=main',
    'GET /tree?private_token=***&ref=main',
  ],
  [
    'WARNING  Doc file index.md contains a link',
    'WARNING  Doc file index.md contains a link',
  ],
])('%s', (line, shown) => {
  expect(hideSecrets(line)).toBe(shown);
});

it.each(['a.', 'a-', 'token ', '://', 'a://b ', 'secret_'])(
  'reads a page full of “%s” at once',
  part => {
    const page = part.repeat(1_000_000 / part.length);
    expect(hideSecrets(page)).toBe(page);
  },
);
