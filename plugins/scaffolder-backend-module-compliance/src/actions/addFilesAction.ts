import {
  resolvePackagePath,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  buildProjectFiles,
  type FixedTexts,
} from '../domain/buildProjectFiles';
import {
  DEFAULT_SECURITY_CONTACT,
  PROJECT_KINDS,
  type ProjectKind,
} from '../domain/ProjectDetails';
import { examples } from './addFilesAction.examples';

/** Kinds that answer over HTTP, so that somebody can look for their security.txt. */
const VISITED_KINDS: ProjectKind[] = ['service', 'website'];

const DEFAULT_SECURITY_TXT = '.well-known/security.txt';

const SECURITY_CONTACT = /^(https:\/\/|mailto:)[^\s<>"]+$/;

function readAsset(name: string): Promise<string> {
  const assets = resolvePackagePath(
    '@nerds/plugin-scaffolder-backend-module-compliance',
    'assets',
  );
  return readFile(resolveSafeChildPath(assets, name), 'utf8');
}

async function readFixedTexts(): Promise<FixedTexts> {
  const [license, security, contributing, codeOfConduct, editorconfig] =
    await Promise.all(
      [
        'LICENSE',
        'SECURITY.md',
        'CONTRIBUTING.md',
        'CODE_OF_CONDUCT.md',
        'editorconfig',
      ].map(readAsset),
    );
  return { license, security, contributing, codeOfConduct, editorconfig };
}

/** @returns false when there was a file already; that one stays as it is */
async function writeNewFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/**
 * Scaffolder action `compliance:add-files`: adds the files that every project
 * of the government has, and leaves alone what the template brought itself.
 * Running it again changes nothing.
 *
 * @param options - `repositories` is the address that the name of a project
 *   completes; `now` is for tests
 * @internal
 */
export function createAddFilesAction(options: {
  repositories: string;
  now?: () => Date;
}) {
  const { repositories, now = () => new Date() } = options;
  return createTemplateAction({
    id: 'compliance:add-files',
    description:
      'Adds licence, publiccode.yml, security.txt and what else every project has. Never overwrites a file.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/)
            .max(63)
            .describe('Name of the project, kebab-case'),
        title: z => z.string().min(1).describe('Title for people'),
        description: z => z.string().min(1).describe('What it does'),
        owner: z =>
          z.string().describe('Entity ref of the team, group:default/my-team'),
        kind: z => z.enum(PROJECT_KINDS).describe('What sort of project it is'),
        repositoryUrl: z =>
          z
            .string()
            .url()
            .optional()
            .describe(
              'Address of the repository, default its place in the forge',
            ),
        organisation: z =>
          z
            .object({ name: z.string(), uri: z.string().url() })
            .optional()
            .describe('Name and TOOI URI of the organisation'),
        securityContact: z =>
          z
            .string()
            .regex(SECURITY_CONTACT)
            .optional()
            .describe(
              'https: or mailto: address, default the form of the NCSC',
            ),
        securityTxtPath: z =>
          z
            .string()
            .optional()
            .describe(
              `Where security.txt goes, default ${DEFAULT_SECURITY_TXT} for a service or website and nowhere for others`,
            ),
      },
      output: {
        files: z => z.array(z.string()).describe('Paths that were added'),
      },
    },
    async handler(ctx) {
      const { name, title, description, owner, kind } = ctx.input;
      const visited = VISITED_KINDS.includes(kind);
      const files = buildProjectFiles(
        {
          name,
          title,
          description,
          kind,
          team: parseEntityRef(owner, { defaultKind: 'group' }).name,
          repositoryUrl: ctx.input.repositoryUrl ?? `${repositories}${name}`,
          securityContact:
            ctx.input.securityContact ?? DEFAULT_SECURITY_CONTACT,
          organisation: ctx.input.organisation,
          securityTxtPath:
            ctx.input.securityTxtPath ??
            (visited ? DEFAULT_SECURITY_TXT : undefined),
        },
        await readFixedTexts(),
        now(),
      );
      const added: string[] = [];
      for (const [path, text] of files) {
        const target = resolveSafeChildPath(ctx.workspacePath, path);
        if (await writeNewFile(target, text)) {
          added.push(path);
        }
      }
      ctx.logger.info(
        added.length > 0
          ? `Toegevoegd: ${added.join(', ')}`
          : 'Alle bestanden waren er al.',
      );
      ctx.output('files', added);
    },
  });
}
