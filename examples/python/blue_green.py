from cdk8s import ApiObjectMetadata, App, Chart, Duration
from cdk8s_plus_28 import ContainerProps, ServicePort
from cdk8s_rollouts import BlueGreenRollout, IstioGateway, IstioTraffic, Promotion

app = App()
chart = Chart(app, "app", namespace="app-service")

BlueGreenRollout(
    chart,
    "app",
    metadata=ApiObjectMetadata(name="app"),
    replicas=3,
    containers=[ContainerProps(image="registry.example.com/app:1.4.2", port_number=5000)],
    ports=[ServicePort(name="http", port=80, target_port=5000)],
    promotion=Promotion.manual(),
    scale_down_delay=Duration.seconds(30),
    traffic=IstioTraffic.blue_green(
        hosts=["app-api.test.com"],
        preview_hosts=["app-api-preview.test.com"],
        gateways=[IstioGateway.from_gateway_name("istio-system/ingressgateway")],
    ),
)

app.synth()
