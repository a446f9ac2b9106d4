/** A run as the form asks for it. */
export interface RunRequest {
  /** The folder of the data. */
  readonly folder: string;
  /** Its name: the run is kept in runs/NAME. */
  readonly name: string;
  /** A folder or a file of examples; null: the corrections in use. */
  readonly data: string | null;
  readonly base: string;
  readonly recipe: string;
  /** A Python of the person's own; '' for the one that is made. */
  readonly python: string;
}

/** What the training process is told. */
export type ToRunner =
  | { readonly kind: 'start'; readonly request: RunRequest; readonly version: string }
  | { readonly kind: 'resume'; readonly request: Pick<RunRequest, 'folder' | 'name' | 'python'> }
  | { readonly kind: 'stop' };

/** What it tells. */
export type FromRunner =
  | { readonly kind: 'status'; readonly text: string }
  | { readonly kind: 'step'; readonly step: number; readonly of: number; readonly loss: number | null; readonly secondsLeft: number | null }
  | { readonly kind: 'ended'; readonly status: 'done' | 'stopped' | 'failed'; readonly why: string | null };
