import type { Config } from '@backstage/config';

const TYPES = ['gitea', 'gitlab', 'github'] as const;
const VISIBILITIES = ['public', 'private'] as const;

/** @internal */
export type ForgeType = (typeof TYPES)[number];

/** Where new projects get their repository. @internal */
export interface ForgeConfig {
  type: ForgeType;
  host: string;
  organization: string;
  visibility: (typeof VISIBILITIES)[number];
  statusFile?: string;
}

function readChoice<T extends string>(
  key: string,
  value: string,
  choices: readonly T[],
): T {
  const choice = choices.find(one => one === value);
  if (!choice) {
    throw new Error(
      `Invalid configuration: ${key} is "${value}"; choose ${choices.join(
        ', ',
      )}`,
    );
  }
  return choice;
}

/**
 * Reads section `forge`.
 *
 * @returns undefined when no forge has been configured
 * @throws Error naming the key that is missing or wrong
 * @internal
 */
export function readForgeConfig(root: Config): ForgeConfig | undefined {
  const config = root.getOptionalConfig('forge');
  const type = config?.getOptionalString('type');
  if (!config || !type) return undefined;
  return {
    type: readChoice('forge.type', type, TYPES),
    host: config.getString('host'),
    organization: config.getString('organization'),
    visibility: readChoice(
      'forge.visibility',
      config.getOptionalString('visibility') ?? 'private',
      VISIBILITIES,
    ),
    statusFile: config.getOptionalString('statusFile'),
  };
}
