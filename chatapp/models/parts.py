"""Builds the parts of a network, and joins them."""

from collections.abc import Callable

from chatapp.models.accounts.own_name import OwnName
from chatapp.models.connection.expecting import Expecting
from chatapp.models.connection.link import Link
from chatapp.models.connection.means import Means
from chatapp.models.events import Event
from chatapp.models.export.room_exports import RoomExports
from chatapp.models.finding.searching import Searching
from chatapp.models.history.archives import Archives
from chatapp.models.history.backlog import Backlog
from chatapp.models.history.bringing_past import BringingPast
from chatapp.models.history.keeping import Keeping
from chatapp.models.history.letting_go import LettingGo
from chatapp.models.hosting.operating import Operating
from chatapp.models.messages.answering import Answering
from chatapp.models.messages.attachments import Attachments
from chatapp.models.messages.begun_edits import BegunEdits
from chatapp.models.messages.correcting import Correcting
from chatapp.models.messages.emoji_reactions import EmojiReactions
from chatapp.models.messages.late_pins import LatePins
from chatapp.models.messages.pinning import Pinning
from chatapp.models.messages.saving import Saving
from chatapp.models.opening_kept import OpeningKept
from chatapp.models.outbox.outbox import Outbox
from chatapp.models.outbox.shelf import Shelf
from chatapp.models.outbox.speaking import Speaking
from chatapp.models.outbox.unsent import Unsent
from chatapp.models.program.careful_jobs import CarefulJobs
from chatapp.models.program.patience import Patience
from chatapp.models.program.profile_jobs import ProfileJobs
from chatapp.models.program.worker import Worker
from chatapp.models.rooms.arranging import Arranging
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.rooms.entering import Entering
from chatapp.models.rooms.ignoring import Ignoring
from chatapp.models.rooms.moderation import Moderation
from chatapp.models.rooms.read_markers import ReadMarkers
from chatapp.models.rooms.requests import Requests
from chatapp.models.rooms.room_directory import RoomDirectory
from chatapp.models.rooms.seen_people import SeenPeople
from chatapp.models.rooms.typing_notices import TypingNotices
from chatapp.models.session.facts import Fact
from chatapp.models.session.session import Session
from chatapp.models.storage.jobs import Jobs
from chatapp.models.storage.profiles import Profile
from chatapp.models.taking_facts import TakingFacts
from chatapp.models.upkeep import Upkeep


class Parts:
    """What a network is made of; what the link tells is taken in, and changes it."""

    def __init__(
        self, means: Means, jobs: Jobs, publish: Callable[[Event], None]
    ) -> None:
        scheduler = means.scheduler
        jobs = careful = CarefulJobs(jobs, publish)
        shelf = Shelf(jobs, means.new_id(), Patience(scheduler, publish))
        careful.on_again = shelf.catch_up
        self.rooms = rooms = Conversations()
        self._build_link(means, publish)
        link, requests = self.link, self.requests
        self.keeping = Keeping(jobs, rooms, shelf, scheduler, publish)
        self.arranging = Arranging(rooms, self.keeping, means.clock, publish)
        self.ignoring = Ignoring(rooms, self.keeping, publish)
        self.outbox = outbox = self._new_outbox(means, shelf, publish)
        rooms.on_open = self._begin_to_keep
        self.keeping.on_other_history = outbox.history_changed
        archives = Archives(jobs, self.keeping.identify)
        attachments = Attachments(archives, publish)
        self.correcting = Correcting(
            link, rooms, outbox, requests, attachments, publish
        )
        self.backlog = backlog = Backlog(
            rooms, outbox, scheduler, publish, archives, attachments
        )
        self.taking_facts = TakingFacts(
            rooms, outbox, backlog, self.keeping, attachments, publish, means
        )
        self.opening_kept = OpeningKept(link, self.taking_facts.arrival, jobs, means)
        self.letting_go = LettingGo(rooms, backlog, publish)
        self.taking_facts.on_renamed = self.ignoring.follow
        self.read_markers = ReadMarkers(link, rooms, self.keeping, scheduler, publish)
        self.own_name = OwnName(link, means.accounts, publish)
        self.seen_people = SeenPeople(link, scheduler)
        self.upkeep = Upkeep(rooms, link, outbox, means)
        self.entering = Entering(
            link, rooms, self.requests, self.taking_facts, backlog, publish
        )
        self._build_saying(means, attachments, publish)
        self._build_finding(means, jobs, archives, lambda: shelf.profile)

    def _build_link(self, means: Means, publish: Callable[[Event], None]) -> None:
        """Build what leads to the server, and what needs that alone."""
        self.link = link = Link(means, publish, self._take, self._lost)
        self.expecting = Expecting(link)
        self.requests = requests = Requests(link, publish)
        self.operating = Operating(requests)
        self.moderation = Moderation(link, requests)

    def _new_outbox(
        self, means: Means, shelf: Shelf, publish: Callable[[Event], None]
    ) -> Outbox:
        return Outbox(
            means.clock,
            means.new_id,
            self.requests.transmit,
            self.requests.most_on_their_way,
            lambda: self.link.nick,
            self.rooms.same,
            publish,
            shelf,
        )

    def _build_saying(
        self,
        means: Means,
        attachments: Attachments,
        publish: Callable[[Event], None],
    ) -> None:
        """Build what says things, or says something to what was said."""
        link, rooms, outbox = self.link, self.rooms, self.outbox
        self.answering = Answering(link, rooms, self.keeping, publish)
        self.begun_edits = BegunEdits(rooms, self.keeping)
        self.emoji_reactions = EmojiReactions(link, rooms, self.requests, attachments)
        self.speaking = Speaking(link, rooms, outbox, self.requests, self.answering)
        self.typing = TypingNotices(link, means.scheduler, rooms)
        self.unsent = Unsent(link, outbox, self.entering)

    def _build_finding(
        self,
        means: Means,
        jobs: Jobs,
        archives: Archives,
        profile: Callable[[], Profile | None],
    ) -> None:
        """Build what finds rooms and messages, saves them and writes them to files."""
        link, rooms = self.link, self.rooms
        self.directory = RoomDirectory(link, self.requests)
        exports = Worker("chatapp-export", means.post)
        bringing = BringingPast(
            link, self.backlog.requests, archives, jobs, means.scheduler
        )
        self.exports = RoomExports(rooms, jobs, exports.do, means.clock, bringing)
        own_jobs = ProfileJobs(jobs, profile)
        self.searching = Searching(link, rooms, own_jobs, means.scheduler)
        self.saving = Saving(own_jobs, rooms)
        self.pinning = Pinning(
            link,
            rooms,
            archives,
            self.requests,
            self.moderation,
            LatePins(link, means.scheduler),
        )

    def _take(self, fact: Fact) -> None:
        if self.searching.take(fact) or self.pinning.take(fact):
            return
        if not self.own_name.take(fact) and not self.read_markers.take(fact):
            self.taking_facts.take(self.link, fact)
            self.own_name.come_in(fact)
            self.pinning.begin(fact)

    def _lost(self, session: Session) -> None:
        self.taking_facts.lost(session)
        self.read_markers.link_lost()
        self.searching.link_lost()

    def _begin_to_keep(self, conversation: Conversation) -> None:
        self.correcting.follow(conversation)
        self.keeping.identify(conversation)
        self.outbox.opened(conversation)
