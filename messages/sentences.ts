/** The same tree with other sentences: a catalogue that lacks one does not compile. */
export type Sentences<T> = { [Key in keyof T]: T[Key] extends string ? string : Sentences<T[Key]> };
