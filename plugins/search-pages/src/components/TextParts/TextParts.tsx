import type { TextPart } from '@nerds/plugin-search-common';

/** A text with what was searched for marked. @internal */
export function TextParts({ parts }: { parts: TextPart[] }) {
  return (
    <>
      {parts.map(({ text, isMatch }, index) =>
        // the pieces of one text never change places
        isMatch ? <mark key={index}>{text}</mark> : text,
      )}
    </>
  );
}
