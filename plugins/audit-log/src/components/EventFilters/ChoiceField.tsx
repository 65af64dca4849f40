import { Select } from '@backstage/ui';
import type { Choice } from './useChoices';

/** An empty value is no key for a list of options. */
const NONE = 'none';

function toOption<T extends string>({ value, label }: Choice<T>) {
  return { id: value as string, label };
}

/** Asks for one of some values, or none of them. @internal */
export function ChoiceField<T extends string>(props: {
  label: string;
  /** What choosing none is called; absent: one has to be chosen. */
  noneLabel?: string;
  choices?: Choice<T>[];
  /** Choices under headings, in place of or after `choices`. */
  groups?: { title: string; choices: Choice<T>[] }[];
  value: T | '';
  onChange: (value: T | '') => void;
}) {
  const { label, noneLabel, choices = [], groups = [], value } = props;
  const all = [...choices, ...groups.flatMap(group => group.choices)];
  const options = [
    ...(noneLabel ? [{ id: NONE, label: noneLabel }] : []),
    ...choices.map(toOption),
    ...groups.map(group => ({
      title: group.title,
      options: group.choices.map(toOption),
    })),
  ];
  return (
    <Select
      size="medium"
      label={label}
      options={options}
      value={value || NONE}
      onChange={key =>
        props.onChange(all.find(choice => choice.value === key)?.value ?? '')
      }
    />
  );
}
