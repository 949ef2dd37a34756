"use client";

import { MoreHorizontal } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Menu as AriaMenu, Button, Header, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";

export type MenuGroup = { head?: string; items: { id: string; label: string; run: () => void; disabled?: boolean }[] };

type Props = { name: string; groups: () => MenuGroup[] };

const look = "inside inline-flex size-11 shrink-0 items-center justify-center hover:bg-sunk";

/** Acts on one row, behind three dots. A page has a hundred of them and opens one: until then it is a button and nothing else. */
export function Menu({ name, groups }: Props) {
  const [isUsed, setUsed] = useState(false);
  if (isUsed) return <OpenedMenu name={name} groups={groups()} />;
  return (
    <button type="button" aria-label={name} aria-haspopup="menu" className={look} onClick={() => setUsed(true)}>
      <MoreHorizontal size={20} aria-hidden />
    </button>
  );
}

function OpenedMenu({ name, groups }: { name: string; groups: MenuGroup[] }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone: this one has the focus before the menu takes it, and so gets it back.
  useEffect(() => {
    button.current?.focus();
    setOpen(true);
  }, []);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button ref={button} aria-label={name} className={look}>
        <MoreHorizontal size={20} aria-hidden />
      </Button>
      <Popover placement="bottom end" className="max-h-[60vh] min-w-48 overflow-y-auto border border-ink bg-sheet p-1">
        <AriaMenu
          aria-label={name}
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
      </Popover>
    </MenuTrigger>
  );
}
