import { serve } from "../plugin/server";
import { kubernetes } from "./package";

void serve(kubernetes);
