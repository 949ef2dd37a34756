import { describe, expect, it, vi } from "vitest";
import { formValue, mostFields, readForm } from "./form";

const formOf = (...fields: [string, string | File][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};
const asJson = (form: FormData) => JSON.parse(JSON.stringify(formValue(form)));
const posted = (body: BodyInit, type?: string) =>
  readForm(new Request("http://127.0.0.1/", { method: "POST", body, headers: type ? { "content-type": type } : {} }));
const urlencoded = "application/x-www-form-urlencoded";

describe("a form as a value", () => {
  it.each<[string, [string, string][], object]>([
    [
      "keeps the last of a name",
      [
        ["a", "1"],
        ["b", "2"],
        ["a", "3"],
      ],
      { a: "3", b: "2" },
    ],
    [
      "gathers, one too",
      [
        ["a[]", "1"],
        ["b[]", "2"],
        ["a[]", "3"],
      ],
      { a: ["1", "3"], b: ["2"] },
    ],
    [
      "nests",
      [
        ["a.b", "1"],
        ["c", "2"],
        ["a.d", "3"],
        ["a.b", "4"],
      ],
      { a: { b: "4", d: "3" }, c: "2" },
    ],
    [
      "gathers within a nest",
      [
        ["a.b[]", "1"],
        ["a.b[]", "2"],
      ],
      { a: { b: ["1", "2"] } },
    ],
    [
      "a nest takes the place of a word",
      [
        ["a", "word"],
        ["a.b", "1"],
      ],
      { a: { b: "1" } },
    ],
    [
      "leaves out what Next put in",
      [
        ["$ACTION_ID_1", ""],
        ["a", "1"],
      ],
      { a: "1" },
    ],
  ])("%s", (_, fields, value) => {
    expect(asJson(formOf(...fields))).toEqual(value);
  });

  it("does not write into a file, nor into what all objects have", () => {
    const file = new File(["text"], "a.txt");
    const value = formValue(formOf(["f", file], ["f.size", "9"], ["__proto__.isOdd", "1"], ["constructor.name", "1"]));
    expect(Object.hasOwn(file, "size")).toBe(false);
    expect(({} as { isOdd?: string }).isOdd).toBeUndefined();
    expect(Object.keys(value ?? {})).toEqual(["f", "__proto__", "constructor"]);
  });

  it("is none of more fields than a form has", () => {
    const fields = Array.from({ length: mostFields }, (_, at): [string, string] => [`a.k${at}`, "1"]);
    expect(Object.keys(asJson(formOf(...fields)).a)).toHaveLength(mostFields);
    expect(formValue(formOf(...fields, ["b", "1"]))).toBeNull();
  });
});

describe("a form that comes in", () => {
  it("is read, however it is written", async () => {
    expect(asJson((await posted("a=1&b=%E4%B8%AD+x&a=2", urlencoded)) ?? formOf())).toEqual({ a: "2", b: "中 x" });
    expect(asJson((await posted(formOf(["a", "1"]))) ?? formOf())).toEqual({ a: "1" });
  });

  it("is none where it broke off, is something else, or has too many fields", async () => {
    const many = Array.from({ length: mostFields + 1 }, (_, at) => `k${at}=`);
    expect(await posted("{}", "application/json")).toBeNull();
    expect(await posted("--b\r\nContent-Disposition: form-data", "multipart/form-data; boundary=b")).toBeNull();
    expect(await posted(many.join("&"), urlencoded)).toBeNull();
    expect(await posted(formOf(...many.map((name): [string, string] => [name, ""])))).toBeNull();
    expect(await posted(many.slice(1).join("&"), urlencoded)).not.toBeNull();
  });

  it("is not taken apart before its fields are counted", async () => {
    const apart = vi.spyOn(globalThis, "URLSearchParams");
    const read = vi.spyOn(Request.prototype, "formData");
    expect(await posted("a&".repeat(1_000_000), urlencoded)).toBeNull();
    expect([...apart.mock.calls, ...read.mock.calls]).toEqual([]);
    apart.mockRestore();
    read.mockRestore();
  });
});
