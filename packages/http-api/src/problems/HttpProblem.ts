import { CustomErrorBase } from '@backstage/errors';
import type { Language, LocalizedText } from '../language';

/** What is wrong with one field, in both languages. @public */
export interface FieldFinding {
  /** Name of the field as in the request, such as `name`. */
  field: string;
  code: string;
  detail: LocalizedText;
}

/** @public */
export interface HttpProblemOptions {
  /** HTTP status of the answer. */
  status: number;
  /** What programs tell problems apart by: lower case with hyphens. */
  code: string;
  detail: LocalizedText;
  findings?: FieldFinding[];
  /** After how many seconds trying again makes sense. */
  retryAfterSeconds?: number;
}

/** One field in an answer. @public */
export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** Body of an answer, RFC 9457. @public */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: FieldProblem[];
}

const TITLES: Record<number, LocalizedText> = {
  400: { nl: 'Het verzoek klopt niet', en: 'The request is not valid' },
  401: { nl: 'Niet aangemeld', en: 'Not signed in' },
  403: { nl: 'Niet toegestaan', en: 'Not allowed' },
  404: { nl: 'Niet gevonden', en: 'Not found' },
  409: { nl: 'Kan nu niet', en: 'Not possible now' },
  413: { nl: 'Te groot', en: 'Too large' },
  415: { nl: 'Onbekende vorm', en: 'Unknown format' },
  429: { nl: 'Te veel verzoeken', en: 'Too many requests' },
  500: { nl: 'Fout in het portaal', en: 'Fault in the portal' },
  503: { nl: 'Tijdelijk niet beschikbaar', en: 'Temporarily unavailable' },
};

/**
 * A refusal that a person can read, in the language that the person turns out
 * to use.
 *
 * @public
 */
export class HttpProblem extends CustomErrorBase {
  name = 'HttpProblem' as const;
  readonly statusCode: number;
  readonly options: HttpProblemOptions;

  constructor(options: HttpProblemOptions) {
    super(options.detail.en);
    this.statusCode = options.status;
    this.options = options;
  }

  /** Body of the answer. */
  toProblem(language: Language): Problem {
    const { status, code, detail, findings } = this.options;
    return {
      type: `urn:nerds:problem:${code}`,
      title: (TITLES[status] ?? TITLES[500])[language],
      status,
      detail: detail[language],
      code,
      ...(findings && {
        errors: findings.map(finding => ({
          ...finding,
          detail: finding.detail[language],
        })),
      }),
    };
  }
}
