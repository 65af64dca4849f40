import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import {
  SecretWidget,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { useMemo, type ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { LocalizedList } from './LocalizedList';
import { TemplateWizard } from './TemplateWizard';

/**
 * What a form field holds. Backstage calls it opaque, and has no way in for the
 * form of an app's own.
 */
function toFieldExtension(field: FormField): FieldExtensionOptions {
  return field as unknown as FieldExtensionOptions;
}

/** The one field of Backstage that is no extension. */
const SECRET = {
  name: 'Secret',
  component: SecretWidget,
} as FieldExtensionOptions;

/**
 * The list of templates as it is in Backstage, in the language of the person, and
 * the form as it is here.
 *
 * @internal
 */
export function TemplatesPage(props: {
  list: ReactNode;
  formFields: FormField[];
}) {
  const { formFields } = props;
  const fields = useMemo(
    () => [...formFields.map(toFieldExtension), SECRET],
    [formFields],
  );
  return (
    <Routes>
      <Route
        path=":namespace/:templateName"
        element={<TemplateWizard fields={fields} />}
      />
      <Route path="*" element={<LocalizedList list={props.list} />} />
    </Routes>
  );
}
