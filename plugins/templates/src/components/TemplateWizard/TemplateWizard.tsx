import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  BreadcrumbEntry,
  errorApiRef,
  Progress,
  useApi,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderApiRef,
  SecretsContextProvider,
  useTemplateSecrets,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  useTemplateParameterSchema,
  Workflow,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import { useLanguage } from '@nerds/page-parts';
import { useMemo, useState, type ComponentProps } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { useFormProps } from '../../hooks/useFormProps';
import { ReviewAnswers } from '../ReviewAnswers';

/** The review of the form; another component each time would start it anew. */
function useComponents(fields: FieldExtensionOptions[]) {
  return useMemo(
    () => ({
      ReviewStateComponent: (
        props: Omit<ComponentProps<typeof ReviewAnswers>, 'fields'>,
      ) => <ReviewAnswers {...props} fields={fields} />,
    }),
    [fields],
  );
}

function useStartTask(templateRef: string) {
  const scaffolderApi = useApi(scaffolderApiRef);
  const errorApi = useApi(errorApiRef);
  const { secrets } = useTemplateSecrets();
  const toTask = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const navigate = useNavigate();
  const [isStarting, setIsStarting] = useState(false);

  const start = async (values: Record<string, JsonValue>) => {
    setIsStarting(true);
    try {
      const { taskId } = await scaffolderApi.scaffold({
        templateRef,
        values,
        secrets,
      });
      if (toTask) navigate(toTask({ taskId }));
    } catch (error) {
      errorApi.post(error as Error);
    } finally {
      setIsStarting(false);
    }
  };
  return { start, isStarting };
}

interface FormOfTemplateProps {
  namespace: string;
  templateName: string;
  fields: FieldExtensionOptions[];
}

function FormOfTemplate(props: FormOfTemplateProps) {
  const { namespace, templateName, fields } = props;
  const templateRef = stringifyEntityRef({
    kind: 'Template',
    namespace,
    name: templateName,
  });
  const toTemplates = useRouteRef(scaffolderPlugin.routes.root);
  const { manifest } = useTemplateParameterSchema(templateRef);
  const formProps = useFormProps(manifest?.steps.map(({ schema }) => schema));
  const { start, isStarting } = useStartTask(templateRef);
  const components = useComponents(fields);
  return (
    <BreadcrumbEntry
      entry={{ label: manifest?.title ?? templateName, href: '.' }}
    >
      {isStarting && <Progress />}
      <Workflow
        namespace={namespace}
        templateName={templateName}
        extensions={fields}
        components={components}
        formProps={formProps}
        onCreate={answers => start(answers as JsonObject as never)}
        onError={() => <Navigate to={toTemplates?.() ?? '/'} />}
      />
    </BreadcrumbEntry>
  );
}

/**
 * The form of a template, from its questions to the task.
 *
 * @remarks
 * In place of Backstage's page around the same form: that one has no place for
 * errors in the person's language and for a review in words. Form decorators are
 * not run; the portal has none.
 *
 * @internal
 */
export function TemplateWizard(props: { fields: FieldExtensionOptions[] }) {
  const { namespace = 'default', templateName = '' } = useParams();
  const language = useLanguage();
  return (
    <SecretsContextProvider>
      <FormOfTemplate
        // the texts of a form come with the form
        key={language}
        namespace={namespace}
        templateName={templateName}
        fields={props.fields}
      />
    </SecretsContextProvider>
  );
}
