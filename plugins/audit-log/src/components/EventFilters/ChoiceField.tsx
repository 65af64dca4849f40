import { Select } from '@backstage/ui';

/** An empty value is no key for a list of options. */
const NONE = 'none';

/** Asks for one of a few values, or none of them. @internal */
export function ChoiceField<T extends string>(props: {
  label: string;
  /** What choosing none is called; absent: one has to be chosen. */
  noneLabel?: string;
  options: { value: T; label: string }[];
  value: T | '';
  onChange: (value: T | '') => void;
}) {
  const { label, noneLabel, options, value, onChange } = props;
  const none = noneLabel ? [{ id: NONE, label: noneLabel }] : [];
  return (
    <Select
      size="medium"
      label={label}
      options={[
        ...none,
        ...options.map(option => ({ id: option.value, label: option.label })),
      ]}
      value={value || NONE}
      onChange={key => {
        const chosen = options.find(option => option.value === key);
        onChange(chosen ? chosen.value : '');
      }}
    />
  );
}
