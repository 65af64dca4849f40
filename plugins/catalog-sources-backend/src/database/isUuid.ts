/**
 * Whether an id from outside may go into a query on a `uuid` column, for which
 * PostgreSQL refuses anything else with an error. What it refuses does not exist.
 * @internal
 */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
