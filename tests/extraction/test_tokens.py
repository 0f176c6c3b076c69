"""What the rules read is what the parser found."""

import pytest

TOLD = [
    "i", "idx", "text", "whitespace_", "text_with_ws", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_",
    "ent_iob_", "is_alpha", "is_punct", "is_space", "is_stop", "like_num",
]  # fmt: skip
NEAR = ["head", "left_edge", "right_edge"]
SEVERAL = ["children", "lefts", "rights", "subtree"]


def test_what_is_read_out_is_what_the_model_found(model, parser):
    words = "“No side,” it’s said in Geneva 🕊, had “yet  to” accept: 6,000 of the men who left were Peru’s. Who knows?"
    plain, read_out = model(words), next(iter(parser([words])))
    for one, other in zip(plain, read_out, strict=True):
        for told in TOLD:
            assert getattr(one, told) == getattr(other, told), (one, told)
        assert bool(one.is_sent_start) == other.is_sent_start
        for near in NEAR:
            assert getattr(one, near).i == getattr(other, near).i, (one, near)
        for several in SEVERAL:
            assert [each.i for each in getattr(one, several)] == [
                each.i for each in getattr(other, several)
            ], (one, several)
        assert (one.sent.start, one.sent.end) == (other.sent.start, other.sent.end)
        for below in plain:
            assert one.is_ancestor(below) == other.is_ancestor(read_out[below.i]), (one, below)
    assert read_out.text == plain.text
    assert [each.root.i for each in read_out.sents] == [each.root.i for each in plain.sents]
    assert [(each.text, each.label_) for each in read_out.ents] == [
        (each.text, each.label_) for each in plain.ents
    ]


def test_a_stretch_is_cut_as_a_list_is(parser):
    doc = next(iter(parser(["Peru says no to the plan."])))
    assert [doc[2:4].text, doc[5:99].text, doc[3:2].text, doc[1:][-1].text] == [
        "no to",
        "plan.",
        "",
        ".",
    ]
    assert doc[2:6][1:3].text == "to the"
    assert doc.around(6, 12).text == "says no"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
