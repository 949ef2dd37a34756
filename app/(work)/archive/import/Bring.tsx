"use client";

import { FolderOpen, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/Button";
import { Brought } from "./Brought";
import { filesDropped } from "./filesDropped";
import { useBringing } from "./useBringing";

/** Files and folders are dropped or chosen; each goes up by itself, a line each, and can be stopped and taken up again. */
export function Bring() {
  const say = useTranslations("imports");
  const router = useRouter();
  const [over, setOver] = useState(false);
  const { lines, running, add, stop, goOn } = useBringing(() => router.refresh());
  return (
    <section className="grid content-start gap-3">
      <h2 className="font-bold">{say("bring")}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the buttons inside do the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void filesDropped(event.dataTransfer).then(add);
        }}
        className={`grid justify-items-center gap-3 border border-dashed px-6 py-8 text-center ${over ? "border-indigo bg-sunk" : "border-field bg-sheet"}`}
      >
        <p className="font-serif text-lead font-bold">{say("drop")}</p>
        <p className="text-ink-3">{say("dropHint")}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <Choose label={say("chooseFiles")} icon={<Upload size={20} aria-hidden />} onFiles={add} />
          <Choose label={say("chooseFolder")} icon={<FolderOpen size={20} aria-hidden />} onFiles={add} folder />
        </div>
      </div>
      {lines.length > 0 && <Brought lines={lines} />}
      {running && (
        <Button className="w-fit" onClick={stop}>
          {say("stop")}
        </Button>
      )}
      {!running && lines.some(({ state }) => state === "stopped") && (
        <Button className="w-fit" onClick={goOn}>
          {say("goOn")}
        </Button>
      )}
    </section>
  );
}

type Choice = { label: string; icon: React.ReactNode; onFiles: (files: File[]) => void; folder?: boolean };

function Choose({ label, icon, onFiles, folder = false }: Choice) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2 rounded-sm border border-field bg-sheet px-5 focus-within:outline-2 focus-within:outline-focus hover:bg-sunk">
      {icon}
      {label}
      <input
        type="file"
        multiple
        className="sr-only"
        {...(folder ? { webkitdirectory: "" } : { accept: ".txt,.md,.docx,.pdf,.zip" })}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </label>
  );
}
