import type { Scene } from '../scene.ts';

/** Something that a line may say in words of what the problem names. */
export interface Property {
  /** The words, with what it is said of in groups. */
  readonly said: RegExp;
  /** What it is said of, for the witness. */
  readonly what: string;
  /** Whether it is so; null where that cannot be told. */
  readonly holds: (scene: Scene, match: RegExpExecArray) => boolean | null;
}
