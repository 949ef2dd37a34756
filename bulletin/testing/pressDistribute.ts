import { db } from "@/lib/db";
import { distribute } from "../post/distribute";

// A web process in which somebody presses the button, for the tests to kill.
const [actor, seen] = process.argv.slice(2).map((text) => JSON.parse(text));
await distribute(actor, seen);
await db.$disconnect();
