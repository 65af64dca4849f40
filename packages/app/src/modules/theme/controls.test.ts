import { readFileSync } from 'node:fs';
import * as ui from '@backstage/ui';

const css = readFileSync(`${__dirname}/controls.css`, 'utf8');

/** The part of a field that has the border, per component of the design system. */
const CONTROLS = {
  Combobox: 'bui-ComboboxInput',
  DatePicker: 'bui-DatePickerGroup',
  DateRangePicker: 'bui-DateRangePickerGroup',
  NumberField: 'bui-Input',
  PasswordField: 'bui-PasswordFieldInput',
  SearchAutocomplete: 'bui-SearchAutocomplete',
  SearchField: 'bui-SearchFieldInputWrapper',
  Select: 'bui-SelectTrigger',
  TextAreaField: 'bui-TextArea',
  TextField: 'bui-Input',
};

it('gives every field of the design system a border', () => {
  const fields = Object.keys(ui).filter(name =>
    /(Field|Select|Combobox|Picker|SearchAutocomplete)$/.test(name),
  );
  expect(fields.sort()).toEqual(Object.keys(CONTROLS));
  for (const control of Object.values(CONTROLS)) {
    expect(css).toMatch(new RegExp(`\\.${control}[,\\s]`));
  }
});
