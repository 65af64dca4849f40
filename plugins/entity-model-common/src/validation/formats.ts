/** Whether a text is a full address that a browser can open. @internal */
export function isHttpUrl(text: string): boolean {
  // URL takes spaces and repairs addresses; a file should have it right.
  return (
    /^https?:\/\/[^\s/]+/i.test(text) && !/\s/.test(text) && URL.canParse(text)
  );
}

/** Whether a text is an ISO instant with a time zone. @internal */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** Whether a text is a date of the calendar, year-month-day. @internal */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February would become a day in March
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text is `[kind:][namespace/]name`. @internal */
export function isReference(text: string): boolean {
  return /^([^:/\s]+:)?([^:/\s]+\/)?[^:/\s]+$/.test(text);
}

/** Whether the catalog takes a text as the name of an entity. @internal */
export function isEntityName(text: string): boolean {
  return text.length <= 63 && /^([A-Za-z0-9][\w.-]*)?[A-Za-z0-9]$/.test(text);
}

/** Whether the catalog takes a text as a namespace. @internal */
export function isEntityNamespace(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]+(-+[a-z0-9]+)*$/.test(text);
}

/** Whether the catalog takes a text as a tag. @internal */
export function isEntityTag(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/.test(text);
}
