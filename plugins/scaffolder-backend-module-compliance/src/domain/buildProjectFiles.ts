import { stringify } from 'yaml';
import { buildPubliccode } from './buildPubliccode';
import { buildSecurityTxt } from './buildSecurityTxt';
import type { ProjectDetails } from './ProjectDetails';
import { escapeMarkdown, toOneLine } from './texts';

/**
 * Files whose text is the same in every project, read from `assets/`.
 *
 * @internal
 */
export interface FixedTexts {
  license: string;
  security: string;
  contributing: string;
  codeOfConduct: string;
  editorconfig: string;
}

/** The theme of MkDocs writes these texts into its pages as HTML, into attributes too. */
function withoutHtmlSigns(text: string): string {
  const replacements: Record<string, string> = { '<': '‹', '>': '›', '"': "'" };
  return toOneLine(text).replace(/[<>"]/g, sign => replacements[sign]);
}

function buildMkdocs(project: ProjectDetails): string {
  return stringify({
    site_name: withoutHtmlSigns(project.title),
    site_description: withoutHtmlSigns(project.description),
    docs_dir: 'docs',
    // the words of the pages themselves, and how the search takes words apart
    theme: { name: 'material', language: 'nl' },
    plugins: ['techdocs-core'],
    nav: [{ Start: 'index.md' }],
  });
}

function buildDocsIndex(project: ProjectDetails): string {
  return [
    `# ${escapeMarkdown(project.title)}`,
    '',
    escapeMarkdown(project.description),
    '',
    `Team **${escapeMarkdown(project.team)}** maakt en onderhoudt dit project.`,
    '',
    'Deze pagina staat in `docs/index.md`. Zet nieuwe pagina’s ernaast en noem ze in `mkdocs.yml`.',
    '',
  ].join('\n');
}

/**
 * A forge knows a team as `@<organisation>/<team>`, or a group within groups;
 * where the repository is says of what.
 */
function buildCodeowners({ repositoryUrl, team }: ProjectDetails): string {
  const places = new URL(repositoryUrl).pathname
    .split('/')
    .filter(part => part !== '');
  const owner = `@${places.slice(0, -1).join('/')}/${team}`;
  return [
    '# Wie gevraagd wordt om mee te kijken naar een wijziging.',
    `* ${owner}`,
    '# Hetzelfde voor Forgejo en Gitea, die reguliere expressies lezen.',
    `.* ${owner}`,
    '',
  ].join('\n');
}

/**
 * Every file by its path. Which of them are written, depends on what the
 * project has already.
 *
 * @internal
 */
export function buildProjectFiles(
  project: ProjectDetails,
  texts: FixedTexts,
  now: Date,
): Map<string, string> {
  const files = new Map([
    ['LICENSE', texts.license],
    ['publiccode.yml', buildPubliccode(project)],
    [
      'SECURITY.md',
      texts.security.replace('<%CONTACT%>', () => {
        const shown = project.securityContact.replace(/^mailto:/, '');
        return `<${shown}>.`;
      }),
    ],
    ['CONTRIBUTING.md', texts.contributing],
    ['CODE_OF_CONDUCT.md', texts.codeOfConduct],
    ['.editorconfig', texts.editorconfig],
    ['CODEOWNERS', buildCodeowners(project)],
    ['mkdocs.yml', buildMkdocs(project)],
    ['docs/index.md', buildDocsIndex(project)],
  ]);
  if (project.securityTxtPath) {
    files.set(
      project.securityTxtPath,
      buildSecurityTxt(project.securityContact, now),
    );
  }
  return files;
}
