import { distribute } from "../post/distribute";

// A web process in which somebody presses the button, for the tests to kill.
process.once("message", ([actor, seen]: Parameters<typeof distribute>) => void distribute(actor, seen));
