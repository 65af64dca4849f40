import { parse } from 'yaml';
import { markdownFilter, quotedFilter } from './textFilters';

const HOSTILE = [
  `It's "quoted": yes`,
  '<script>alert(1)</script>',
  'two\nlines\tand\u2028more',
  '${{ parameters.name }} {% raw %}',
  '# comment: - list {: onclick=x }',
  'back\\slash & `code` **bold** [link](javascript:alert(1))',
  '12',
  'true',
];

it.each(HOSTILE)('quotes %j for YAML and JSON as one line', text => {
  const quoted = quotedFilter.filter(text);
  const oneLine = text.replace(/[\s\u2028]+/g, ' ');
  expect(JSON.parse(quoted)).toBe(oneLine);
  expect(parse(`title: ${quoted} # comment`)).toEqual({ title: oneLine });
  expect(quoted).not.toMatch(/[<>&\n\u2028]/);
});

it('shows in Markdown what was typed and nothing else', () => {
  const shown = HOSTILE.map(text => markdownFilter.filter(text));
  shown.forEach(line => {
    expect(line).not.toMatch(/[<>\n\u2028]/);
    // each sign that means something is preceded by a backslash
    expect(line.replace(/\\[\\`*_[\]{}|#~]/g, '')).not.toMatch(
      /[\\`*_[\]{}|#~]/,
    );
  });
  expect(markdownFilter.filter('Balie & loket (nieuw)')).toBe(
    'Balie &amp; loket (nieuw)',
  );
});
