"use client";

import { MoreHorizontal } from "lucide-react";
import { useRef, useState } from "react";
import { Menu as AriaMenu, Button, Header, MenuItem, MenuSection, Popover } from "react-aria-components";

export type MenuGroup = { head?: string; items: { id: string; label: string; run: () => void; disabled?: boolean }[] };

type Props = { name: string; groups: () => MenuGroup[] };

/**
 * Acts on one row, behind three dots. A page has a hundred of them and opens one: until then it is a button and nothing
 * else, one that keeps its presses to itself, since the row that it stands in has an act of its own.
 */
export function Menu({ name, groups }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isUsed, setUsed] = useState(false);
  const open = () => {
    setUsed(true);
    setOpen(true);
  };
  return (
    <>
      <Button
        ref={button}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className="inside inline-flex size-11 shrink-0 items-center justify-center hover:bg-sunk"
        onPress={open}
      >
        <MoreHorizontal size={20} aria-hidden />
      </Button>
      {isUsed && (
        <Popover
          trigger="MenuTrigger"
          triggerRef={button}
          isOpen={isOpen}
          onOpenChange={setOpen}
          placement="bottom end"
          className="max-h-[60vh] min-w-48 overflow-y-auto border border-ink bg-sheet p-1"
        >
          <Acts name={name} groups={groups()} close={() => setOpen(false)} />
        </Popover>
      )}
    </>
  );
}

function Acts({ name, groups, close }: { name: string; groups: MenuGroup[]; close: () => void }) {
  return (
    <AriaMenu
      aria-label={name}
      autoFocus="first"
      onClose={close}
      className="outline-none"
      onAction={(key) =>
        groups
          .flatMap(({ items }) => items)
          .find(({ id }) => id === key)
          ?.run()
      }
      disabledKeys={groups.flatMap(({ items }) => items.filter(({ disabled }) => disabled).map(({ id }) => id))}
    >
      {groups.map(({ head, items }, at) => (
        <MenuSection key={head ?? "acts"} className={at ? "border-t border-line" : ""}>
          {head && <Header className="px-3 pt-2 text-ink-3">{head}</Header>}
          {items.map(({ id, label }) => (
            <MenuItem
              key={id}
              id={id}
              className="min-h-11 cursor-pointer px-3 py-2 outline-none data-[disabled]:text-line-2 data-[focused]:bg-sunk data-[focused]:outline-2 data-[focused]:-outline-offset-2 data-[focused]:outline-focus"
            >
              {label}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}
