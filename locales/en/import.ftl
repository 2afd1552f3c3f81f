# `roadshow import`: the command line, what a preview says, and the template.

cli-import = The office's lists of projects, judges and conflicts of interest into a session; shows first what would change
cli-import-lists = The lists: workbooks (.xlsx) or CSV files
cli-import-into = Merges them into this session
cli-import-to = Makes a new session of them in this file; with --like and --title
cli-import-like = The session that a new one is like, or whose groups and rooms a template offers
cli-import-title = What the new session is called
cli-import-write = Writes what is shown; without it nothing is written
cli-import-although-begun = Writes although an evening has begun with this session: the hub then goes on only with --as-begun
cli-import-remove-absent = Takes away what the lists do not have; without it that stays and is named
cli-import-sheet = The worksheet that a list is in, where its name or headings do not tell: projects, judges or recusals
cli-import-column = The heading over a column, where it is not known: name=Title of the entry
cli-import-template = Writes a workbook to fill in
cli-import-overwrite = Writes the template over a file that is there

import-template-written = { $file } is written. Fill it in, save it, and read it with roadshow import.
import-read = { $place }: { $kind ->
        [projects] { $count ->
            [one] one project
           *[other] { $count } projects
        }
        [judges] { $count ->
            [one] one judge
           *[other] { $count } judges
        }
       *[recusals] { $count ->
            [one] one recusal
           *[other] { $count } recusals
        }
    }
import-columns = read: { $columns }
import-columns-left-out = not read: { $columns }
import-rows-example = left out as an example: row { $rows }
import-rows-note = left out as a note or a sum: row { $rows }
import-rows-headings = left out as headings again: row { $rows }
import-hidden = { $place }: hidden, left out
import-no-list = { $place }: no list, left out
import-new = { $kind ->
        [projects] New projects
        [judges] New judges
       *[recusals] New recusals
    } ({ $count })
import-changed = { $kind ->
        [projects] Changed projects
        [judges] Changed judges
       *[recusals] Changed recusals
    } ({ $count })
import-removed = { $kind ->
        [projects] Projects taken away
        [judges] Judges taken away
       *[recusals] Recusals taken away
    } ({ $count })
import-absent = { $kind ->
        [projects] Projects not in the list
        [judges] Judges not in the list
       *[recusals] Recusals not in the list
    } ({ $count }): they stay; --remove-absent takes them away
import-sum = { $new } new, { $changed } changed, { $removed } taken away, { $absent } not in the lists, { $unchanged } unchanged.
import-none = (none)
import-members = { $count ->
        [one] one core member
       *[other] { $count } core members
    }
import-reserve = reserve { $rank }
import-nothing = { $file } says all of this already. Nothing is written.
import-written = { $file } is written.
import-not-written = Nothing is written yet: the same command with --write does it.
import-evening = There is a journal of this session: { $journal }. An evening that has been opened goes by the session in its journal, and nothing here changes it; once the file is another, the same roadshow hub command goes on only with --as-begun. --write asks for --although-begun therefore.

import-projects-project = Project number
import-projects-group = Group
import-projects-name = Project name
import-projects-name-en = Project name (English)
import-projects-entrant = Entrant
import-projects-entrant-en = Entrant (English)
import-projects-kind = Kind of entrant
import-projects-registered = Registered on
import-projects-core-members = Core members
import-projects-field = Field
import-projects-field-en = Field (English)
import-projects-region = Region
import-projects-region-en = Region (English)
import-projects-room = Room
import-projects-reserve = Rank in reserve
import-judges-judge = Seat
import-judges-room = Room
import-judges-name = Seat name
import-judges-name-en = Seat name (English)
import-judges-field = Field
import-judges-field-en = Field (English)
import-judges-panel = Panel
import-recusals-judge = Seat
import-recusals-project = Project number
import-recusals-reason = Reason

import-sheet-projects = Projects
import-sheet-judges = Judges
import-sheet-recusals = Recusals
import-sheet-notes = How to fill it in
import-lead-projects = Projects: one a row. Columns with * are needed; what stands in a row beginning with “Example” is left out.
import-lead-judges = Judges: one seat a row. Columns with * are needed; what stands in a row beginning with “Example” is left out.
import-lead-recusals = Conflicts of interest: who stays out of which project, and why. What stands in a row beginning with “Example” is left out.
import-example = Example
import-example-name = A project's name, as it is read aloud
import-example-entrant = The company or team
import-example-field = Additive manufacturing
import-example-region = Jiangsu
import-example-judge = Judge A1
import-example-judge-field = industry expert
import-example-reason = works for the entrant
import-note-number = A number (项目编号) and a seat (席位) have 1 to 24 letters a–z, A–Z, digits, “-” and “_”. They stand on stage and in links.
import-note-english = English columns may stay empty: then the same text serves both languages.
import-note-empty = An empty cell changes nothing in a session that is there. Where something is to be deleted, write “none”.
import-note-registered = A day is written as 2021-03-01.
import-note-recusal = A judge is named by seat or name, a project by number; several in one cell take commas between them.
import-note-more = Further columns, such as telephone numbers, are not read. Do not put in what nobody needs in the hall.
import-note-check = Then: roadshow import FILE.xlsx --into SESSION.toml shows every problem and every change, and writes nothing without --write.
