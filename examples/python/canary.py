from cdk8s import ApiObjectMetadata, App, Chart
from cdk8s_plus_28 import ContainerProps, ServicePort
from cdk8s_rollouts import CanaryPreview, CanaryStep, IstioCanaryRollout, IstioGateway, TrafficSplitting

app = App()
chart = Chart(app, "app", namespace="app-service")

IstioCanaryRollout(
    chart,
    "app",
    metadata=ApiObjectMetadata(name="app"),
    replicas=3,
    containers=[ContainerProps(image="registry.example.com/app:1.4.2", port_number=5000)],
    ports=[ServicePort(name="http", port=80, target_port=5000)],
    steps=[CanaryStep.set_weight(30), CanaryStep.pause()],
    hosts=["app-api.test.com"],
    gateways=[IstioGateway.from_gateway_name("istio-system/ingressgateway")],
    splitting=TrafficSplitting.host_level(),
    preview=CanaryPreview.host("app-api-canary.test.com"),
)

app.synth()
