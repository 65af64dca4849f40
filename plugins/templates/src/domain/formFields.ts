import type { JsonObject, JsonValue } from '@backstage/types';

/** One question of a form: its name in the answers, and its schema. @internal */
export interface FormQuestion {
  name: string;
  schema: JsonObject;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listProperties(schema: JsonValue | undefined): FormQuestion[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, property]) =>
    isObject(property) ? [{ name, schema: property }] : [],
  );
}

/** What a question brings along: one of these, or the same for every answer. */
function listBranches(dependency: JsonValue | undefined): JsonObject[] {
  if (!isObject(dependency)) return [];
  const branches = Array.isArray(dependency.oneOf)
    ? dependency.oneOf
    : [dependency];
  return branches.filter(isObject);
}

/** Whether a branch is for these answers: what it fixes about them, is so. */
function isAsked(branch: JsonObject, answers: JsonObject): boolean {
  return listProperties(branch).every(({ name, schema }) => {
    if ('const' in schema) return answers[name] === schema.const;
    const isOwnQuestion = 'type' in schema || 'title' in schema;
    return isOwnQuestion || !Array.isArray(schema.enum)
      ? true
      : schema.enum.includes(answers[name] as JsonValue);
  });
}

/**
 * The questions of one page of a form, in the order in which they are asked.
 *
 * @param page - JSON schema of the page
 * @param answers - so far; a question that depends on another answer is there
 *   when it is asked. Without them every question is there
 * @internal
 */
export function listQuestions(
  page: JsonObject,
  answers?: JsonObject,
): FormQuestion[] {
  const own = listProperties(page);
  const known = new Set(own.map(({ name }) => name));
  const dependencies = isObject(page.dependencies) ? page.dependencies : {};
  const questions = own.flatMap(question => [
    question,
    ...listBranches(dependencies[question.name])
      .filter(branch => !answers || isAsked(branch, answers))
      .flatMap(listProperties)
      .filter(({ name }) => !known.has(name)),
  ]);
  return questions.filter(
    ({ name }, index) =>
      questions.findIndex(other => other.name === name) === index,
  );
}

/** What a question is called; its name in the answers when it has no title. @internal */
export function toQuestionTitle({ name, schema }: FormQuestion): string {
  return typeof schema.title === 'string' ? schema.title : name;
}
