/** Fields of one form: several times what the largest of ours sends. */
export const mostFields = 2_000;

/**
 * The form that a request brings; null for what is none, broke off, or has more fields than `mostFields`. One as an
 * address writes it is counted before it is taken apart: Node's URLSearchParams takes the square of the number of names
 * without a value, two minutes for the two megabytes that may come.
 */
export async function readForm(request: Request): Promise<FormData | null> {
  try {
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? ""))
      return few(await request.formData());
    const text = await request.text();
    return isMore(text.matchAll(/&/g)) ? null : few(formOf(new URLSearchParams(text)));
  } catch {
    // Not a form, or one that broke off: the sender is told, there is nothing to log.
    return null;
  }
}

const few = (form: FormData) => (isMore(form) ? null : form);

/** Whether there are more than a form may have; what is beyond that is not looked at. */
function isMore(all: Iterable<unknown>): boolean {
  let count = 0;
  for (const _ of all) if (++count > mostFields) return true;
  return false;
}

function formOf(given: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of given) form.append(name, value);
  return form;
}

type Value = Record<string, unknown>;

/**
 * A form as a plain value: `name[]` gathers an array, `a.b` nests, any other name keeps its last value. Null where it has
 * more fields than `mostFields`, which no schema takes. The objects inherit nothing: `__proto__` is a name like another.
 */
export function formValue(form: FormData): Value | null {
  if (isMore(form)) return null;
  const value: Value = Object.create(null);
  for (const [key, given] of form) {
    if (key.startsWith("$ACTION")) continue;
    const [name = "", inner] = key.replace(/\[\]$/, "").split(".", 2);
    const [at, last] = inner ? [nestIn(value, name), inner] : [value, name];
    const held = at[last];
    if (!key.endsWith("[]")) at[last] = given;
    else if (Array.isArray(held)) held.push(given);
    else at[last] = [given];
  }
  return value;
}

/** The object of that name; made where there is none, or a field that is no object. */
function nestIn(value: Value, name: string): Value {
  const held = value[name];
  if (isNest(held)) return held;
  const made: Value = Object.create(null);
  value[name] = made;
  return made;
}

/** One that was made here: of what a form holds, a file is an object too. */
const isNest = (held: unknown): held is Value =>
  typeof held === "object" && held !== null && Object.getPrototypeOf(held) === null;
