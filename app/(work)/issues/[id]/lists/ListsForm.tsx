"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Addressee, type Lists, printedLine } from "@/bulletin/post/printedLine";
import { ActForm } from "@/components/ActForm";
import { Button, LinkButton } from "@/components/Button";
import { boxClass } from "@/components/box";
import { setListsAction } from "../../actions";
import { BehindLabel, type Office, type Reader } from "./BehindLabel";
import { FromText } from "./FromText";
import { KeepFields } from "./KeepFields";

type Props = {
  issue: { id: string; version: number; lists: Lists };
  readers: Reader[];
  offices: Office[];
  known: Addressee[];
  /** The named list that the lines came from. */
  listName: string | null;
  /** Whether the lines may be the list's next version: not from an older one, nor of a correction. */
  mayKeep: boolean;
};

export function ListsForm({ issue, readers, offices, known, listName, mayKeep }: Props) {
  const say = useTranslations("lists");
  const [lists, setLists] = useState(issue.lists);
  const [before, setBefore] = useState(issue.lists);
  const [theirs, setTheirs] = useState<Lists | null>(null);
  const setLine = (at: number, line: Lists[number]) => setLists(lists.with(at, line));
  return (
    <ActForm
      action={setListsAction as never}
      hidden={{ id: issue.id, before: JSON.stringify(before), lists: JSON.stringify(lists) }}
      onRefused={({ stale }) => setTheirs((stale?.text as Lists | undefined) ?? null)}
      submit={say("save")}
      tone="primary"
      cancel={<LinkButton href={`/issues/${issue.id}`}>{say("cancel")}</LinkButton>}
    >
      {theirs && (
        <div className="mb-5 border border-line-2 bg-sheet px-5 py-3">
          <p className="font-bold">{say("theirs")}</p>
          {theirs.map((line) => (
            <p key={line.label}>{printedLine(line)}</p>
          ))}
          <div className="flex flex-wrap gap-3 pt-3">
            <Button
              onClick={() => {
                setBefore(theirs);
                setTheirs(null);
              }}
            >
              {say("keepMine")}
            </Button>
            <Button
              onClick={() => {
                setBefore(theirs);
                setLists(theirs);
                setTheirs(null);
              }}
            >
              {say("takeTheirs")}
            </Button>
          </div>
        </div>
      )}
      <FromText known={{ addressees: known, readers, offices }} onFilled={setLists} />
      {lists.map((line, at) => (
        <fieldset key={at} className="mb-5 border border-line-2 bg-sheet px-5 py-3">
          <legend className="sr-only">{say("line", { label: line.label })}</legend>
          <div className="flex items-center gap-3 border-b border-line pb-2">
            <input
              aria-label={say("lineLabel")}
              value={line.label}
              onChange={({ target }) => setLine(at, { ...line, label: target.value })}
              className={boxClass(false, "w-24! font-bold")}
            />
            {line.extra && <span className="text-ochre">{say("extra")}</span>}
            <span className="text-ink-3">{say("addressees", { count: line.addressees.length })}</span>
            <button
              type="button"
              aria-label={say("removeLine", { label: line.label })}
              className="ml-auto inline-flex size-11 items-center justify-center"
              onClick={() => setLists(lists.toSpliced(at, 1))}
            >
              <X size={20} aria-hidden />
            </button>
          </div>
          <AddresseeRows
            line={line}
            readers={readers}
            offices={offices}
            onChange={(addressees) => setLine(at, { ...line, addressees })}
          />
        </fieldset>
      ))}
      <div className="mb-5 flex flex-wrap gap-3">
        <Button onClick={() => setLists([...lists, { label: say("newLine"), addressees: [] }])}>
          <Plus size={20} aria-hidden />
          {say("addLine")}
        </Button>
        {!lists.some(({ extra }) => extra) && (
          <Button
            onClick={() =>
              setLists([...lists, { label: say("extraLine"), addressees: [nobody()], extra: true as const }])
            }
          >
            <Plus size={20} aria-hidden />
            {say("addExtra")}
          </Button>
        )}
      </div>
      <p className="mb-5 flex flex-wrap items-center gap-4">
        {lists === issue.lists ? (
          <LinkButton href={`/issues/${issue.id}/rehearsal`}>{say("rehearsal")}</LinkButton>
        ) : (
          <>
            <Button disabled>{say("rehearsal")}</Button>
            <span className="text-ink-3">{say("saveFirst")}</span>
          </>
        )}
      </p>
      <KeepFields listName={listName} mayKeep={mayKeep} />
    </ActForm>
  );
}

const nobody = (): Addressee => ({ label: "", accountIds: [], officeIds: [] });

type RowsProps = {
  line: Lists[number];
  readers: Reader[];
  offices: Office[];
  onChange: (addressees: Addressee[]) => void;
};

function AddresseeRows({ line: { label: of, addressees }, readers, offices, onChange }: RowsProps) {
  const say = useTranslations("lists");
  return (
    <>
      {addressees.map((addressee, at) => (
        <div key={at} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
          <input
            aria-label={say("label", { number: at + 1, line: of })}
            value={addressee.label}
            onChange={({ target }) => onChange(addressees.with(at, { ...addressee, label: target.value }))}
            className={boxClass(false, "w-64!")}
          />
          <BehindLabel
            addressee={addressee}
            readers={readers}
            offices={offices}
            onChange={(changed) => onChange(addressees.with(at, changed))}
          />
          <button
            type="button"
            aria-label={say("removeAddressee", { label: addressee.label })}
            className="ml-auto inline-flex size-11 items-center justify-center"
            onClick={() => onChange(addressees.toSpliced(at, 1))}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
      <Button tone="text" onClick={() => onChange([...addressees, nobody()])}>
        <Plus size={16} aria-hidden />
        {say("addAddressee")}
      </Button>
    </>
  );
}
