import { BerReader, BerWriter } from 'ldapts';

/** Of RFC 4511: the kinds of messages that reading takes. */
export const OPERATIONS = {
  bindRequest: 0x60,
  bindResponse: 0x61,
  searchRequest: 0x63,
  searchEntry: 0x64,
  searchDone: 0x65,
} as const;

const FILTERS = { equals: 0xa3, present: 0x87 };
const CONTROLS = 0xa0;
const SIMPLE_AUTHENTICATION = 0x80;
const SET = 0x31;
/** RFC 2696. */
const PAGED_RESULTS = '1.2.840.113556.1.4.319';

/** Values by the name of the attribute. */
export type Attributes = Record<string, string[]>;

export interface LdapRequest {
  id: number;
  operation: number;
  bind?: { dn: string; password: string };
  search?: {
    base: string;
    filter: { attribute: string; value?: string };
    /** How many entries it wants, and from where; absent: all at once. */
    page?: { size: number; cookie: string };
  };
}

/** A whole message at the start of what came in, and what is behind it. */
export function splitMessage(data: Buffer): [Buffer, Buffer] | undefined {
  const reader = new BerReader(data);
  if (reader.readSequence() === null || reader.remain < reader.length) {
    return undefined;
  }
  const end = reader.offset + reader.length;
  return [data.subarray(0, end), data.subarray(end)];
}

export function parseRequest(message: Buffer): LdapRequest {
  const reader = new BerReader(message);
  reader.readSequence();
  const id = reader.readInt() ?? 0;
  const operation = reader.peek() ?? 0;
  if (operation === OPERATIONS.bindRequest) {
    reader.readSequence();
    reader.readInt();
    const dn = reader.readString() ?? '';
    const password = reader.readString(SIMPLE_AUTHENTICATION) ?? '';
    return { id, operation, bind: { dn, password } };
  }
  if (operation !== OPERATIONS.searchRequest) return { id, operation };
  reader.readSequence();
  const end = reader.offset + reader.length;
  const base = reader.readString() ?? '';
  reader.readEnumeration(); // scope
  reader.readEnumeration(); // aliases
  reader.readInt(); // at most how many entries
  reader.readInt(); // at most how long
  reader.readBoolean(); // only names
  const filter = parseFilter(reader);
  reader.offset = end;
  return { id, operation, search: { base, filter, page: parsePage(reader) } };
}

function parseFilter(reader: BerReader) {
  if (reader.peek() === FILTERS.present) {
    return { attribute: reader.readString(FILTERS.present) ?? '' };
  }
  reader.readSequence(FILTERS.equals);
  const attribute = reader.readString() ?? '';
  return { attribute, value: reader.readString() ?? '' };
}

function parsePage(reader: BerReader) {
  if (reader.peek() !== CONTROLS) return undefined;
  reader.readSequence();
  reader.readSequence();
  if (reader.readString() !== PAGED_RESULTS) return undefined;
  reader.readBoolean();
  const value = new BerReader(reader.readString(0x04, true)!);
  value.readSequence();
  return { size: value.readInt() ?? 0, cookie: value.readString() ?? '' };
}

export function buildResult(options: {
  id: number;
  operation: number;
  code?: number;
  message?: string;
  /** Where the next page begins; empty: there is none. */
  cookie?: string;
}): Buffer {
  const { id, operation, code = 0, message = '', cookie } = options;
  return buildMessage(id, writer => {
    writer.startSequence(operation);
    writer.writeEnumeration(code);
    writer.writeString('');
    writer.writeString(message);
    writer.endSequence();
    if (cookie !== undefined) writePageControl(writer, cookie);
  });
}

export function buildEntry(
  id: number,
  dn: string,
  attributes: Attributes,
): Buffer {
  return buildMessage(id, writer => {
    writer.startSequence(OPERATIONS.searchEntry);
    writer.writeString(dn);
    writer.startSequence();
    for (const [name, values] of Object.entries(attributes)) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(SET);
      for (const value of values) writer.writeString(value);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
    writer.endSequence();
  });
}

function writePageControl(writer: BerWriter, cookie: string): void {
  const value = new BerWriter();
  value.startSequence();
  value.writeInt(0);
  value.writeString(cookie);
  value.endSequence();
  writer.startSequence(CONTROLS);
  writer.startSequence();
  writer.writeString(PAGED_RESULTS);
  writer.writeBuffer(value.buffer, 0x04);
  writer.endSequence();
  writer.endSequence();
}

function buildMessage(id: number, write: (writer: BerWriter) => void): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeInt(id);
  write(writer);
  writer.endSequence();
  return writer.buffer;
}
