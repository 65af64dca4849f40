/** Powers of ten and two that a Kubernetes quantity may end in, in billionths. */
const SUFFIXES: Record<string, bigint> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
  Ki: 2n ** 10n * 10n ** 9n,
  Mi: 2n ** 20n * 10n ** 9n,
  Gi: 2n ** 30n * 10n ** 9n,
  Ti: 2n ** 40n * 10n ** 9n,
  Pi: 2n ** 50n * 10n ** 9n,
  Ei: 2n ** 60n * 10n ** 9n,
};

const QUANTITY =
  /^([+-]?)(\d+)?(?:\.(\d*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,2})?$/;

/**
 * A Kubernetes quantity (`500m`, `4Gi`, `1e3`) in billionths, the finest
 * Kubernetes keeps; finer is rounded away from zero, as Kubernetes does.
 *
 * @throws RangeError when it is not a quantity
 * @internal
 */
export function parseQuantity(text: string): bigint {
  const match = QUANTITY.exec(text);
  const [, sign, whole = '', fraction = '', suffix = ''] = match ?? [];
  if (!match || whole + fraction === '') {
    throw new RangeError(`“${text}” is not a Kubernetes quantity`);
  }
  const digits = BigInt(whole + fraction);
  const scale = toScale(suffix);
  const divisor = 10n ** BigInt(fraction.length) * scale.divisor;
  const magnitude = (digits * scale.factor + divisor - 1n) / divisor;
  return sign === '-' ? -magnitude : magnitude;
}

function toScale(suffix: string): { factor: bigint; divisor: bigint } {
  // `E` alone is exa, `E3` an exponent.
  if (/^[eE][+-]?\d/.test(suffix)) {
    const exponent = Number(suffix.slice(1));
    return exponent >= 0
      ? { factor: 10n ** BigInt(9 + exponent), divisor: 1n }
      : { factor: 10n ** 9n, divisor: 10n ** BigInt(-exponent) };
  }
  return { factor: SUFFIXES[suffix], divisor: 1n };
}

/**
 * Compares two Kubernetes quantities, which have many spellings (`1000m` = `1`).
 *
 * @returns negative when `a` is less, 0 when equal, positive when more
 * @internal
 */
export function compareQuantities(a: string, b: string): number {
  const difference = parseQuantity(a) - parseQuantity(b);
  if (difference === 0n) {
    return 0;
  }
  return difference < 0n ? -1 : 1;
}

/** Whether two maps have the same keys with equal quantities. @internal */
export function areQuantitiesEqual(
  a: Record<string, string>,
  b: Record<string, string>,
): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => key in b && compareQuantities(a[key], b[key]) === 0)
  );
}
