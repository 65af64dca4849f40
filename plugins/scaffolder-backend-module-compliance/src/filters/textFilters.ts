import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';
import { escapeMarkdown, toOneLine } from '../domain/texts';

/**
 * Filter `markdown`: text of a form in a Markdown file, as it was typed.
 *
 * @internal
 */
export const markdownFilter = createTemplateFilter({
  id: 'markdown',
  description: 'Writes a text in Markdown as it was typed: no HTML, no links.',
  schema: z => z.function().args(z.string()).returns(z.string()),
  examples: [
    {
      description: 'Heading of a README',
      example: '# ${{ values.title | markdown }}',
    },
  ],
  filter: escapeMarkdown,
});

/**
 * Filter `quoted`: text of a form as one value in YAML, JSON, TypeScript or
 * Python. JSON's notation of a text is right in all of them; HTML's signs are
 * escaped too, so that it is also right between `<script>` tags.
 *
 * @internal
 */
export const quotedFilter = createTemplateFilter({
  id: 'quoted',
  description:
    'Writes a text with its quotes, as a value in YAML, JSON, TypeScript or Python, on one line.',
  schema: z => z.function().args(z.string()).returns(z.string()),
  examples: [
    {
      description: 'Title in catalog-info.yaml',
      example: 'title: ${{ values.title | quoted }}',
    },
  ],
  filter: text =>
    JSON.stringify(toOneLine(text)).replace(
      /[<>&]/g,
      sign => `\\u00${sign.charCodeAt(0).toString(16)}`,
    ),
});
