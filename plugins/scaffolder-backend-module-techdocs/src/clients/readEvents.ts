/** One server-sent event. @internal */
export interface ServerSentEvent {
  type: string;
  data: string;
}

/**
 * Reads the events of an answer as they come.
 *
 * @param body - of a `text/event-stream` answer
 * @internal
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split(
      '\n\n',
    );
    rest = blocks.pop() ?? '';
    yield* blocks.map(parseEvent);
  }
}

function parseEvent(block: string): ServerSentEvent {
  const lines = block.split('\n');
  const read = (field: string) =>
    lines
      .filter(line => line.startsWith(`${field}:`))
      .map(line => line.slice(field.length + 1).trim())
      .join('\n');
  return { type: read('event'), data: read('data') };
}
