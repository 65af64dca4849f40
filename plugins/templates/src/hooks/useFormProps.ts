import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FormProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import type { RJSFValidationError } from '@rjsf/utils';
import { useMemo, useRef } from 'react';
import { FormErrors } from '../components/FormErrors';
import { describeErrors } from '../domain/describeErrors';
import { templatesTranslationRef } from '../translation';

/** The form passes on whatever it gets, templates as well; its type does not say so. */
const TEMPLATES = { ErrorListTemplate: FormErrors };

/**
 * What makes the form of a template speak the person's language when something is
 * not right: the browser's own balloons are off, as they do not.
 *
 * @param pages - JSON schemas of the form, as soon as they are there
 * @internal
 */
export function useFormProps(pages: JsonObject[] = []): FormProps {
  const { t } = useTranslationRef(templatesTranslationRef);
  const current = useRef({ pages, t });
  current.current = { pages, t };
  return useMemo(() => {
    const props = {
      EXPERIMENTAL_theme: 'bui' as const,
      noHtml5Validate: true,
      templates: TEMPLATES,
      transformErrors: (errors: RJSFValidationError[]) =>
        describeErrors(errors, current.current.pages, ({ key, values }) =>
          current.current.t(key, values as never),
        ),
    };
    return props;
  }, []);
}
