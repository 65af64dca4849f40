const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['k', 'M', 'G', 'T', 'P', 'E'];
const SMALL: Record<string, number> = { m: 1e-3, u: 1e-6, n: 1e-9 };

/** Bytes in one GiB. */
const GIBIBYTE = 1024 ** 3;

/**
 * Reads a Kubernetes quantity (`500m`, `4Gi`, `1e3`, `2`).
 *
 * @remarks
 * Format: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/,
 * checked 2026-09. A double is exact enough to show; nothing is decided with it.
 *
 * @returns the number in the base unit (cores, bytes, pieces), or `undefined`
 * when the text is no quantity
 * @internal
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(.*)$/.exec(text.trim());
  if (!match) return undefined;
  const [, digits, suffix] = match;
  const factor = parseSuffix(suffix);
  return factor === undefined ? undefined : Number(digits) * factor;
}

function parseSuffix(suffix: string): number | undefined {
  if (suffix === '') return 1;
  if (suffix in SMALL) return SMALL[suffix];
  const binary = BINARY.indexOf(suffix);
  if (binary >= 0) return 1024 ** (binary + 1);
  const decimal = DECIMAL.indexOf(suffix);
  if (decimal >= 0) return 1000 ** (decimal + 1);
  const exponent = /^[eE]([+-]?\d+)$/.exec(suffix);
  return exponent ? 10 ** Number(exponent[1]) : undefined;
}

/** What a resource of a quota is counted in. @internal */
export type QuantityUnit = 'cores' | 'gibibytes' | 'pieces';

/** The unit of a key of a ResourceQuota. @internal */
export function toQuantityUnit(resource: string): QuantityUnit {
  if (/(^|\.)cpu$/.test(resource)) return 'cores';
  if (/(^|\.)(memory|storage|ephemeral-storage)$/.test(resource)) {
    return 'gibibytes';
  }
  return 'pieces';
}

/**
 * The number people read: cores, GiB or pieces, with at most two decimals.
 *
 * @param language - decides the decimal sign
 * @returns the text as it came when it is no quantity
 * @internal
 */
export function formatQuantity(
  text: string,
  unit: QuantityUnit,
  language: string,
): string {
  const value = parseQuantity(text);
  if (value === undefined) return text;
  const shown = unit === 'gibibytes' ? value / GIBIBYTE : value;
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
  }).format(shown);
}

/**
 * How full a resource is, from 0 to 1 (more when over its limit).
 *
 * @returns 0 for a resource that is not allowed at all (`hard` is 0) and for
 * what is no quantity
 * @internal
 */
export function toUsedShare(used: string, hard: string): number {
  const usedValue = parseQuantity(used);
  const hardValue = parseQuantity(hard);
  if (usedValue === undefined || !hardValue) return 0;
  return usedValue / hardValue;
}
