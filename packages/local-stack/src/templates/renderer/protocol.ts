/** How the test of a template and the process with the scaffolder talk. */

/** @internal */
export interface RenderRequest {
  type: 'render';
  id: number;
  /** Directory with template.yaml. */
  directory: string;
  /** What somebody fills in on the form. */
  values: Record<string, unknown>;
}

/** @internal */
export interface InspectRequest {
  type: 'inspect';
  id: number;
  file: 'catalog-info' | 'publiccode';
  text: string;
}

/** @internal */
export type RendererRequest = RenderRequest | InspectRequest;

/** @internal */
export interface RenderedProject {
  /** Text or bytes by path, in base64 because they travel as JSON. */
  files: {
    path: string;
    base64Content: string;
    executable: boolean;
  }[];
  /** Steps that need a whole portal around them, so that they were left out. */
  leftOut: string[];
}

/** @internal */
export type RendererReply =
  | { type: 'ready' }
  | { type: 'failed'; id?: number; message: string }
  | { type: 'rendered'; id: number; project: RenderedProject }
  | { type: 'inspected'; id: number; problems: string[] };
